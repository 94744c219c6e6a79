//! The ways of showing one page: as set on the display page, on paper, in a narrow window.

use std::fmt;

use thirtyfour::error::WebDriverResult;
use waymark_tests::axe::Rules;
use waymark_tests::browser::{Browser, Engine};

/// How a page is shown. They are put on in this order; paper comes last, as it cannot be taken off again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Light,
    Dark,
    HighVisibility,
    /// In the colours of the reader's system. Only Chromium can be asked to pretend.
    Forced,
    /// On paper, from a browser set to dark: the page must still print black on white.
    Print,
}

impl Look {
    pub(crate) const ALL: [Self; 5] =
        [Self::Light, Self::Dark, Self::HighVisibility, Self::Forced, Self::Print];

    /// What the look can break: a theme changes colours only, paper takes pieces away.
    pub(crate) fn rules(self) -> Rules {
        match self {
            Self::Light => Rules::All,
            Self::Print => Rules::OnPaper,
            Self::Dark | Self::HighVisibility => Rules::Colour,
            Self::Forced => Rules::ForcedColour,
        }
    }

    /// Whether it is looked at in this engine, and on this page.
    ///
    /// Themes change colours only, and colours are the same rules in every engine: Chromium looks at them on every
    /// page, the others on the first page of each sort. The colours of a system come from the system: the first of
    /// each sort is enough.
    pub(crate) fn is_for(self, engine: Engine, first_of_its_sort: bool) -> bool {
        match self {
            Self::Light | Self::Print => true,
            Self::Dark | Self::HighVisibility => engine == Engine::Chromium || first_of_its_sort,
            Self::Forced => engine == Engine::Chromium && first_of_its_sort,
        }
    }

    /// Shows the loaded page so.
    pub(crate) async fn put_on(self, browser: &Browser) -> WebDriverResult<()> {
        if self == Self::Forced {
            browser.emulate_media(&[("forced-colors", "active")]).await?;
        } else if self == Self::Print && browser.engine() == Engine::Chromium {
            browser.emulate_media(&[]).await?;
        }
        let script = match self {
            Self::Light => "document.documentElement.dataset.theme = 'light';",
            Self::Dark => "document.documentElement.dataset.theme = 'dark';",
            Self::HighVisibility => HIGH_VISIBILITY,
            Self::Forced => "delete document.documentElement.dataset.contrast;",
            Self::Print => PRINT,
        };
        browser.script(script, vec![]).await.map(drop)
    }
}

impl fmt::Display for Look {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighVisibility => "high visibility",
            Self::Forced => "forced colours",
            Self::Print => "print",
        })
    }
}

const HIGH_VISIBILITY: &str = "
    delete document.documentElement.dataset.theme;
    document.documentElement.dataset.contrast = 'high';
";

/// No driver but Chromium's can show a page as printed. Rules for print made to hold always, and rules for
/// screens never, do the same in every engine.
const PRINT: &str = "
    delete document.documentElement.dataset.contrast;
    document.documentElement.dataset.theme = 'dark';
    const onPaper = (query) => query
        .replace(/\\b(only\\s+)?screen\\b/g, 'speech')
        .replace(/\\bnot\\s+print\\b/g, 'speech')
        .replace(/\\bprint\\b/g, 'all');
    const rewrite = (rules) => {
        for (const rule of rules) {
            if (rule.media) rule.media.mediaText = onPaper(rule.media.mediaText);
            if (rule.styleSheet) rewrite(rule.styleSheet.cssRules);
            if (rule.cssRules) rewrite(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) {
        sheet.media.mediaText = onPaper(sheet.media.mediaText);
        rewrite(sheet.cssRules);
    }
";

/// What makes the page scroll sideways, if it does.
pub(crate) async fn sideways(browser: &Browser) -> WebDriverResult<Option<String>> {
    let source = "
        const page = document.scrollingElement;
        if (page.scrollWidth <= innerWidth) return null;
        const wide = [...document.body.querySelectorAll('*')]
            .filter((at) => at.getBoundingClientRect().right > innerWidth + 0.5)
            .slice(-3)
            .map((at) => at.cloneNode(false).outerHTML.slice(0, 160));
        return `scrolls sideways: ${page.scrollWidth} px wide because of ${wide.join(' and ')}`;
    ";
    Ok(browser.script(source, vec![]).await?.as_str().map(str::to_owned))
}
