//! Every page of the site, and the files beside them.

use leptos::prelude::*;
use waymark_content::case;
use waymark_content::checklist::shares;
use waymark_content::date::IsoDate;
use waymark_content::guidance::{Page, Procedure};
use waymark_content::guide::Guide;
use waymark_content::route::{Route, SitePage};

use crate::assets::Assets;
use crate::frame::Frame;
use crate::hosts;
use crate::output::Files;
use crate::pages;
use crate::pages::notices::Notice;

/// What every page is written from.
pub(crate) struct Site<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) assets: Assets,
    /// The date that pages name as their version.
    pub(crate) version: IsoDate,
    /// The software that it is made with.
    pub(crate) notices: Vec<Notice>,
    /// Where the site will be published, with a slash at its end.
    url: String,
}

/// The file for addresses that lead nowhere.
const NOT_FOUND: &str = "404.html";

/// What a case file looks like, for other software.
pub(crate) const CASE_SCHEMA: &str = "data/waymark-case.schema.json";

impl<'a> Site<'a> {
    pub(crate) fn new(
        guide: &'a Guide,
        assets: Assets,
        notices: Vec<Notice>,
        version: IsoDate,
        url: &str,
    ) -> Result<Self, String> {
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            return Err(format!(
                "error: `{url}` is not an address of a site. Give one as https://host/path/"
            ));
        }
        Ok(Self { guide, assets, version, notices, url: format!("{}/", url.trim_end_matches('/')) })
    }

    /// The page of the guidance with everything a reader of the whole procedure may want around it.
    pub(crate) fn guidance_pages(&self) -> impl Iterator<Item = (&'a Procedure, &'a Page)> + use<'a> {
        let guide: &'a Guide = self.guide;
        guide
            .procedures
            .iter()
            .flat_map(|procedure| procedure.pages.iter().map(move |page| (procedure, page)))
    }

    /// Adds every page, the sitemap and the headers to `files`. Returns the number of pages.
    pub(crate) fn write_pages(&self, files: &mut Files) -> usize {
        let mut listed = Vec::new();
        // Page by page: the views of a whole site take several times the space of its pages.
        self.each_page(&mut |frame: Frame| {
            let route = frame.route.clone();
            files.add(format!("{}index.html", route.as_str()), self.render(frame));
            listed.push(route);
        });
        files.add(NOT_FOUND, self.render_not_found());
        files.add("sitemap.xml", self.sitemap(&listed));
        hosts::add(files, &self.assets.boot);
        for (format, schema) in case::schema(&self.guide.keeping) {
            files.add(format!("data/{format}.schema.json"), format!("{schema:#}\n"));
        }
        listed.len() + 1
    }

    /// Hands on every page, in the order of the sitemap.
    fn each_page(&self, write: &mut impl FnMut(Frame)) {
        for page in SitePage::ALL {
            write(match page {
                SitePage::Home => pages::home::frame(self),
                SitePage::Tools => pages::tools::frame(self),
                SitePage::Deadlines => pages::deadlines::frame(self),
                SitePage::Decisions => pages::decisions::frame(self),
                SitePage::Checklists => pages::checklists::frame(self),
                SitePage::Forms => pages::forms::frame(self),
                SitePage::Cases => pages::cases::frame(self),
                SitePage::WholeCase => pages::deadline_tools::whole_case(self),
                SitePage::CheckDate => pages::deadline_tools::check(self),
                SitePage::AnyCount => pages::deadline_tools::any_count(self),
                SitePage::Compare => pages::deadline_tools::compare(self),
                SitePage::WithoutANumber => pages::without_a_number::frame(self),
                SitePage::BankHolidays => pages::bank_holidays::frame(self),
                SitePage::Practice => pages::practice::frame(self),
                SitePage::Procedures => pages::procedures::frame(self),
                SitePage::Topics => pages::topics::frame(self),
                SitePage::Flows => pages::flows::frame(self),
                SitePage::Search => pages::search::frame(self),
                SitePage::Glossary => pages::glossary::frame(self),
                SitePage::Disagreements => pages::disagreements::frame(self),
                SitePage::Sources => pages::sources::frame(self),
                SitePage::Display => pages::display::frame(self),
                SitePage::About => pages::about::about(self),
                SitePage::Privacy => pages::about::privacy(self),
                SitePage::Accessibility => pages::about::accessibility(self),
                SitePage::Notices => pages::notices::frame(self),
                SitePage::SiteMap => pages::site_map::frame(self),
            });
        }
        for procedure in &self.guide.procedures {
            write(pages::procedure::frame(self, procedure));
            write(pages::one_page::frame(self, procedure));
        }
        for (procedure, page) in self.guidance_pages() {
            write(pages::guidance::frame(self, procedure, page));
        }
        for page in &self.guide.topics {
            write(pages::topic::frame(self, page));
        }
        write(pages::topic::editions(self));
        for rule in &self.guide.deadlines {
            write(pages::rule::frame(self, rule));
        }
        for decision in &self.guide.decisions {
            write(pages::decision::frame(self, decision));
        }
        let shared = shares(&self.guide.checklists);
        for list in &self.guide.checklists {
            write(pages::checklist::frame(self, list, &shared));
        }
        for form in &self.guide.forms {
            write(pages::form::frame(self, form));
        }
        for case in &self.guide.practice {
            write(pages::practice_case::frame(self, case));
            pages::practice_papers::frames(self, case).into_iter().for_each(&mut *write);
        }
        for flow in &self.guide.flows {
            write(pages::flow::frame(self, flow));
        }
        for group in &self.guide.disagreements {
            write(pages::disagreements::group_frame(self, group));
        }
        for source in &self.guide.sources {
            write(pages::register::frame(self, source));
        }
        for source in &self.guide.sources {
            for (page, sections) in source.register_pages() {
                write(pages::register::part(self, source, page, &sections));
            }
        }
    }

    fn render(&self, frame: Frame) -> Vec<u8> {
        let owner = Owner::new();
        let html = owner.with(|| frame.into_view(self).to_html());
        // Leptos parts neighbouring texts by empty comments for hydration, which this site does not use.
        format!("<!DOCTYPE html>\n{}\n", html.replace("<!>", "")).into_bytes()
    }

    /// The one page that is shown at addresses of any depth: its links start at the site's root.
    fn render_not_found(&self) -> Vec<u8> {
        let html = String::from_utf8(self.render(pages::not_found::frame(self))).expect("HTML is UTF-8");
        let root = self.root();
        html.replace("=\"./\"", &format!("=\"{root}\"")).replace("=\"./", &format!("=\"{root}")).into_bytes()
    }

    /// The path that the site will be published under.
    pub(crate) fn root(&self) -> &str {
        let after_host = self.url.split_once("://").map_or("", |(_, rest)| rest);
        after_host.find('/').map_or("/", |slash| &after_host[slash..])
    }

    fn sitemap(&self, routes: &[Route]) -> String {
        let urls: String = routes
            .iter()
            .map(|route| {
                format!(
                    "<url><loc>{}{}</loc><lastmod>{}</lastmod></url>\n",
                    self.url,
                    route.as_str(),
                    self.version
                )
            })
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        )
    }
}
