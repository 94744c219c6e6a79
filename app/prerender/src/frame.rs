//! What every page has around its own text: head, header, breadcrumbs, status, danger line, footer.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::words::{NewerWords, fill};

use crate::assets::policy_hash;
use crate::site::Site;

/// What pages may load and run, as the headers say it for all of them. Every page says in itself what it needs of it.
///
/// One script stands in the page, allowed by its hash: it sets the display before the first paint.
///
/// A string never becomes a script: the one address that does, the service worker's, has a policy in `offline.js`.
///
/// Pages of text load nothing, and may all the same load what is here: Lighthouse asks for `robots.txt` in the page's
/// name, and takes a policy that stops it for a site without one.
pub(crate) fn policy(wasm: bool, boot: &str) -> String {
    let boot = policy_hash(boot);
    let wasm = if wasm { " 'wasm-unsafe-eval'" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' {boot}{wasm}; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types waymark"
    )
}

/// The sort of page, for stylesheets, scripts and size budgets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text.
    Reading,
    /// A whole procedure on one page.
    OnePage,
    /// A long list to look things up in: statements, disagreements, words.
    Register,
    /// A flow.
    Flow,
    /// A tool lives on it.
    Tool,
    /// A form to fill in, whose tool has a bundle of its own.
    Form,
    /// The search, which has an engine of its own.
    Search,
}

/// The part of the site that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Tools,
    Procedures,
    Topics,
    Practice,
    Search,
    Sources,
    Display,
    Elsewhere,
}

/// One page, ready to be framed.
pub(crate) struct Frame {
    pub(crate) route: Route,
    /// In the browser's tab and in search results.
    pub(crate) title: String,
    /// The page's only first-level heading.
    pub(crate) heading: String,
    pub(crate) description: String,
    pub(crate) kind: Kind,
    pub(crate) part: Part,
    /// From the home page down to this page's parent.
    pub(crate) breadcrumbs: Vec<(String, Route)>,
    /// Document, edition and status, under the heading.
    pub(crate) status_line: Option<AnyView>,
    /// Whether readers may come with a live case.
    pub(crate) danger: bool,
    /// Whether its body has contents beside the text.
    pub(crate) has_contents: bool,
    /// Addresses that lead nowhere are not for search engines.
    pub(crate) indexed: bool,
    /// The page's own text.
    pub(crate) body: AnyView,
}

impl Frame {
    pub(crate) fn into_view(self, site: &Site<'_>) -> impl IntoView + use<> {
        let words = &site.guide.words.shell;
        let head = head(&self, site);
        let header = header(&self, site);
        let footer = footer(&self.route, site);
        let newer = newer(&words.newer);
        let breadcrumbs = breadcrumbs(&self, &words.breadcrumbs);
        let danger = self.danger.then(|| view! { <p class="wm-danger">{words.danger.clone()}</p> });
        let printed =
            fill(&words.printed_from, &[("site", &words.site_name), ("path", &self.route.to_string())]);
        let main_class = if self.has_contents { "wm-main wm-main--with-contents" } else { "wm-main" };
        let kind = match self.kind {
            Kind::Reading => "reading",
            Kind::OnePage => "one-page",
            Kind::Register => "register",
            Kind::Flow => "flow",
            Kind::Tool | Kind::Form | Kind::Search => "tool",
        };
        // Some browsers send what is typed elsewhere, to look at its spelling or to suggest how to go on.
        let to_others = (kind == "tool").then_some("false");
        let suggestions = custom_attribute("writingsuggestions", to_others);
        view! {
            <html lang="en-GB">
                {head}
                <body class="govuk-template__body" data-page=kind>
                    <a href="#main" class="govuk-skip-link">{words.skip_link.clone()}</a>
                    {header}
                    <div class="govuk-width-container wm-body">
                        {breadcrumbs}
                        <main id="main" class=main_class tabindex="-1" spellcheck={to_others} {..suggestions}>
                            <h1 class="govuk-heading-l">{self.heading}</h1>
                            {self.status_line}
                            {danger}
                            {self.body}
                            <p class="wm-print-only">{printed}</p>
                        </main>
                    </div>
                    {footer}
                    {newer}
                </body>
            </html>
        }
    }
}

fn head(frame: &Frame, site: &Site<'_>) -> AnyView {
    let words = &site.guide.words.shell;
    let title = format!("{}{}{}", frame.title, words.title_separator, words.site_name);
    let root = frame.route.to_root();
    let asset = |path: &str| format!("{root}{path}");
    let assets = &site.assets;
    let bundle = match frame.kind {
        Kind::Tool => Some(&assets.tools),
        Kind::Form => Some(&assets.forms),
        _ => None,
    };
    let policy = policy(bundle.is_some(), &assets.boot);
    let search = (frame.kind == Kind::Search).then(|| {
        view! { <script type="module" src=asset(&assets.search_js)></script> }
    });
    let style = match frame.kind {
        Kind::Tool | Kind::Form | Kind::Search => &assets.tools_css,
        Kind::Register => &assets.register_css,
        Kind::Flow => &assets.flow_css,
        Kind::Reading | Kind::OnePage => &assets.reading_css,
    };
    let flow = (frame.kind == Kind::Flow).then(|| {
        view! { <script type="module" src=asset(&assets.flow_js)></script> }
    });
    let tool = bundle.into_iter().flat_map(|bundle| [&bundle.start, &bundle.glue, &bundle.wasm]);
    let then: Vec<String> = tool.chain([&assets.offline_js]).map(|path| asset(path)).collect();
    let not_indexed = (!frame.indexed).then(|| view! { <meta name="robots" content="noindex"/> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content=policy/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="referrer" content="no-referrer"/>
            <meta name="color-scheme" content="light dark"/>
            <title>{title}</title>
            <meta name="description" content=frame.description.clone()/>
            {not_indexed}
            <link rel="icon" href=assets.icon.clone() type="image/svg+xml"/>
            <script data-then=then.join(" ") inner_html=assets.boot.clone()></script>
            <link rel="stylesheet" href=asset(style)/>
            {flow}
            {search}
        </head>
    }
    .into_any()
}

fn header(frame: &Frame, site: &Site<'_>) -> AnyView {
    let words = &site.guide.words.shell;
    let items = [
        (Part::Tools, SitePage::Tools, &words.nav.tools),
        (Part::Procedures, SitePage::Procedures, &words.nav.procedures),
        (Part::Topics, SitePage::Topics, &words.nav.topics),
        (Part::Practice, SitePage::Practice, &words.nav.practice),
        (Part::Search, SitePage::Search, &words.nav.search),
        (Part::Display, SitePage::Display, &words.nav.display),
    ]
    .map(|(part, page, label)| {
        let route = page.route();
        let here = if route == frame.route { Some("page") } else { (part == frame.part).then_some("true") };
        let href = frame.route.href(&Link::to(route));
        view! { <li><a href=href aria-current=here>{label.clone()}</a></li> }
    })
    .into_iter()
    .collect_view();
    view! {
        <header class="wm-header">
            <div class="govuk-width-container wm-header__inner">
                <a class="wm-header__name" href=frame.route.href(&Link::to(Route::home()))>
                    {mark()}
                    {words.site_name.clone()}
                </a>
                <nav class="wm-header__nav" aria-label=words.main_nav.clone()>
                    <ul class="wm-header__list">{items}</ul>
                </nav>
            </div>
        </header>
    }
    .into_any()
}

/// The drawn waymark.
fn mark() -> impl IntoView {
    view! {
        <svg
            class="wm-header__mark"
            viewBox="0 0 32 32"
            aria-hidden="true"
            focusable="false"
        >
            <path fill="currentColor" d="M13 1h6v3h-6zM3 6h20l7 6-7 6H3zM13 20h6v11h-6z"></path>
        </svg>
    }
}

fn breadcrumbs(frame: &Frame, label: &str) -> Option<impl IntoView + use<>> {
    (!frame.breadcrumbs.is_empty()).then(|| {
        let items = frame
            .breadcrumbs
            .iter()
            .map(|(title, route)| {
                let href = frame.route.href(&Link::to(route.clone()));
                view! {
                    <li class="govuk-breadcrumbs__list-item">
                        <a class="govuk-breadcrumbs__link" href=href>{title.clone()}</a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav class="govuk-breadcrumbs" aria-label=label.to_owned()>
                <ol class="govuk-breadcrumbs__list">{items}</ol>
            </nav>
        }
    })
}

/// Shown when a newer version is ready: it waits for the reader.
fn newer(words: &NewerWords) -> AnyView {
    view! {
        <aside class="wm-newer" aria-label=words.label.clone() data-newer hidden>
            <p>{words.ready.clone()}</p>
            <button type="button" class="wm-newer__use">{words.take.clone()}</button>
            <p role="status" data-others=words.others.clone()></p>
        </aside>
    }
    .into_any()
}

fn footer(route: &Route, site: &Site<'_>) -> AnyView {
    let words = &site.guide.words;
    let shell = &words.shell;
    let links = [
        (Link::to(SitePage::Sources.route()), &shell.footer.sources),
        (Link::to(SitePage::Disagreements.route()), &shell.footer.disagreements),
        (Link::to(site.guide.editions.route.clone()), &shell.footer.editions),
        (Link::to(SitePage::Glossary.route()), &shell.footer.glossary),
        (Link::to(SitePage::Flows.route()), &shell.footer.flows),
        (Link::to(SitePage::About.route()), &shell.footer.about),
        (Link::to(SitePage::Privacy.route()), &shell.footer.privacy),
        (Link::to(SitePage::Accessibility.route()), &shell.footer.accessibility),
        (Link::to(SitePage::Notices.route()), &shell.footer.notices),
        (Link::to(SitePage::SiteMap.route()), &shell.footer.site_map),
    ]
    .map(|(link, label)| view! { <li><a href=route.href(&link)>{label.clone()}</a></li> })
    .into_iter()
    .collect_view();
    let version = fill(&shell.built_on, &[("date", &words.dates.plain(site.version.0))]);
    view! {
        <footer class="wm-footer">
            <div class="govuk-width-container">
                <p>{shell.not_current.clone()}</p>
                <p>{version}" "{shell.not_government.clone()}</p>
                <ul class="wm-footer__links">{links}</ul>
            </div>
        </footer>
    }
    .into_any()
}
