//! A tool that belongs to a case: the bar above it, and what it holds kept with the case.

use std::rc::Rc;

use chrono::NaiveDate;
use waymark_content::case::Case;

use super::data::CaseData;
use super::keeper::Keeper;
use super::shelf::Device;
use crate::host::{Act, Focus, Later, Tool};
use crate::piece::Piece;

/// What a tool has of a case.
pub trait CasePart {
    /// Puts what it holds into the case, in place of what it put there before. What the case has for it and it does not
    /// know stays.
    fn put_into(&self, case: &mut Case);

    /// Shows what the case has for it, and nothing else. How many answers it does not know and so does not show.
    fn take_from(&mut self, case: &Case) -> usize;
}

/// A tool that belongs to a case.
pub trait CaseTool: Tool + CasePart {}

impl<T: Tool + CasePart> CaseTool for T {}

/// A tool with its case.
pub struct WithCase {
    tool: Box<dyn CaseTool>,
    keeper: Keeper,
    /// How many answers of the case the tool does not show.
    hidden: usize,
}

impl WithCase {
    /// The tool with the case that is open in this tab. `clock` tells what day it is, `ended` whether the time of that
    /// case was just over.
    pub fn on_device(tool: Box<dyn CaseTool>, data: CaseData, clock: fn() -> NaiveDate, ended: bool) -> Self {
        Self::new(tool, Keeper::new(data, Rc::new(Device), clock, ended))
    }

    pub(super) fn new(tool: Box<dyn CaseTool>, keeper: Keeper) -> Self {
        let mut with = Self { tool, keeper, hidden: 0 };
        if !with.keeper.case().is_blank() {
            with.restore();
        }
        with
    }

    fn restore(&mut self) {
        self.hidden = self.tool.take_from(self.keeper.case());
    }
}

impl Tool for WithCase {
    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = vec![self.keeper.bar(self.hidden), self.keeper.reminder()];
        pieces.extend(self.tool.pieces());
        pieces
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        if let Some(done) = self.keeper.take(act) {
            if done.another_case {
                self.restore();
            }
            return done.focus;
        }
        let focus = self.tool.take(act);
        let mut case = self.keeper.case().clone();
        self.tool.put_into(&mut case);
        self.keeper.change(case);
        focus
    }

    fn begun(&mut self) -> Vec<Later> {
        let mut begun = self.keeper.begun();
        begun.extend(self.tool.begun());
        begun
    }

    fn focus_at_start(&self) -> Focus {
        self.tool.focus_at_start()
    }

    fn title_prefix(&self) -> Option<&str> {
        self.tool.title_prefix()
    }
}
