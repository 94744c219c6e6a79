//! Where each page stands in the site, and links that work under any sub-path.

use std::fmt;

use crate::id::SourceId;

/// A page's place: `procedures/teeswide/plan/`. Empty for the home page. Never starts with a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// A route from its text. A missing slash at the end is added; a slash at the start is dropped.
    pub fn new(path: &str) -> Self {
        let path = path.trim_matches('/');
        Self(if path.is_empty() { String::new() } else { format!("{path}/") })
    }

    /// The home page.
    pub fn home() -> Self {
        Self::new("")
    }

    /// A source's page in the register.
    pub fn source(id: &SourceId) -> Self {
        Self::new(&format!("sources/{id}"))
    }

    /// A page below this one.
    pub fn child(&self, name: &str) -> Self {
        Self(format!("{}{name}/", self.0))
    }

    /// The page above this one. The home page is above itself.
    pub fn parent(&self) -> Self {
        let path = self.0.trim_end_matches('/');
        Self(path.rfind('/').map_or_else(String::new, |slash| path[..=slash].to_owned()))
    }

    /// The last part of the route: `plan` of `procedures/teeswide/plan/`.
    pub fn name(&self) -> &str {
        let path = self.0.trim_end_matches('/');
        path.rsplit('/').next().unwrap_or(path)
    }

    /// The route's text, as in `procedures/teeswide/plan/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this page up to the site's root: `../../../`, or `./` from the home page.
    pub fn to_root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// A relative link from this page, so that the site works under any sub-path.
    pub fn href(&self, to: &Link) -> String {
        let anchor = to.anchor.as_ref().map(|a| format!("#{a}")).unwrap_or_default();
        if *self == to.route && !anchor.is_empty() {
            return anchor;
        }
        match (self.to_root(), to.route.as_str()) {
            (root, "") => format!("{root}{anchor}"),
            (root, route) if root == "./" => format!("{route}{anchor}"),
            (root, route) => format!("{root}{route}{anchor}"),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

/// A page, or a place on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The page.
    pub route: Route,
    /// The id on it, without `#`.
    pub anchor: Option<String>,
}

impl Link {
    /// To a page's top.
    pub fn to(route: Route) -> Self {
        Self { route, anchor: None }
    }

    /// To a place on a page.
    pub fn to_anchor(route: Route, anchor: impl Into<String>) -> Self {
        Self { route, anchor: Some(anchor.into()) }
    }

    /// A link as content files write it: `/procedures/teeswide/plan/#minutes`.
    pub fn parse(text: &str) -> Self {
        match text.split_once('#') {
            Some((path, anchor)) => Self::to_anchor(Route::new(path), anchor),
            None => Self::to(Route::new(text)),
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.anchor {
            Some(anchor) => write!(f, "{}#{anchor}", self.route),
            None => write!(f, "{}", self.route),
        }
    }
}

/// Pages that stand whatever the content holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SitePage {
    /// Where everybody starts.
    Home,
    /// The list of tools.
    Tools,
    /// The deadlines tool.
    Deadlines,
    /// The list of decisions.
    Decisions,
    /// The list of record checklists.
    Checklists,
    /// The list of forms and letters.
    Forms,
    /// The cases that are kept on the device.
    Cases,
    /// Every clock of a case.
    WholeCase,
    /// Whether something was done in time.
    CheckDate,
    /// Any count of working days or months.
    AnyCount,
    /// The same event under two ways to count.
    Compare,
    /// The time limits without a number.
    WithoutANumber,
    /// The bank holidays that are counted.
    BankHolidays,
    /// Made-up cases to practise on, and plans for training.
    Practice,
    /// The list of procedures.
    Procedures,
    /// The list of topics.
    Topics,
    /// The list of flows.
    Flows,
    /// The search.
    Search,
    /// What words mean.
    Glossary,
    /// The register of disagreements.
    Disagreements,
    /// The list of sources.
    Sources,
    /// Text size, contrast and theme.
    Display,
    /// What the guide is, and how to read it.
    About,
    /// What the guide does with what is entered.
    Privacy,
    /// What was tested, and what was not.
    Accessibility,
    /// The software that the guide is made with, and its licences.
    Notices,
    /// Every page.
    SiteMap,
}

impl SitePage {
    /// All of them, in the order of the site map.
    pub const ALL: [SitePage; 27] = [
        SitePage::Home,
        SitePage::Tools,
        SitePage::Deadlines,
        SitePage::Decisions,
        SitePage::Checklists,
        SitePage::Forms,
        SitePage::Cases,
        SitePage::WholeCase,
        SitePage::CheckDate,
        SitePage::AnyCount,
        SitePage::Compare,
        SitePage::WithoutANumber,
        SitePage::BankHolidays,
        SitePage::Practice,
        SitePage::Procedures,
        SitePage::Topics,
        SitePage::Flows,
        SitePage::Search,
        SitePage::Glossary,
        SitePage::Disagreements,
        SitePage::Sources,
        SitePage::Display,
        SitePage::About,
        SitePage::Privacy,
        SitePage::Accessibility,
        SitePage::Notices,
        SitePage::SiteMap,
    ];

    /// Its place in the site.
    pub fn route(self) -> Route {
        Route::new(match self {
            SitePage::Home => "",
            SitePage::Tools => "tools",
            SitePage::Deadlines => "tools/deadlines",
            SitePage::Decisions => "tools/decisions",
            SitePage::Checklists => "tools/checklists",
            SitePage::Forms => "tools/forms",
            SitePage::Cases => "tools/cases",
            SitePage::WholeCase => "tools/deadlines/whole-case",
            SitePage::CheckDate => "tools/deadlines/check",
            SitePage::AnyCount => "tools/deadlines/any-count",
            SitePage::Compare => "tools/deadlines/compare",
            SitePage::WithoutANumber => "tools/deadlines/without-a-number",
            SitePage::BankHolidays => "bank-holidays",
            SitePage::Practice => "practice",
            SitePage::Procedures => "procedures",
            SitePage::Topics => "topics",
            SitePage::Flows => "flows",
            SitePage::Search => "search",
            SitePage::Glossary => "glossary",
            SitePage::Disagreements => "disagreements",
            SitePage::Sources => "sources",
            SitePage::Display => "display",
            SitePage::About => "about",
            SitePage::Privacy => "privacy",
            SitePage::Accessibility => "accessibility",
            SitePage::Notices => "notices",
            SitePage::SiteMap => "site-map",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_one_step_up() {
        let parents = [("procedures/teeswide/plan", "/procedures/teeswide/"), ("tools", "/"), ("", "/")];
        for (route, parent) in parents {
            assert_eq!(Route::new(route).parent().to_string(), parent, "{route}");
        }
    }

    #[test]
    fn links_are_relative_and_lead_from_any_depth_to_any_depth() {
        let home = Route::home();
        let plan = Route::new("/procedures/teeswide/plan/");
        let cases = [
            (&home, "/", "./"),
            (&home, "/tools/", "tools/"),
            (&home, "/tools/#x", "tools/#x"),
            (&plan, "/", "../../../"),
            (&plan, "/sources/teeswide/#tees-3.1", "../../../sources/teeswide/#tees-3.1"),
            (&plan, "/procedures/teeswide/plan/#minutes", "#minutes"),
            (&plan, "/procedures/teeswide/plan/", "../../../procedures/teeswide/plan/"),
        ];
        for (from, to, expected) in cases {
            assert_eq!(from.href(&Link::parse(to)), expected, "{from} to {to}");
        }
    }
}
