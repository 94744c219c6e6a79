//! A form as part of a case.

use waymark_content::case::Case;
use waymark_content::form::Answers;
use waymark_content::id::FormId;

use super::FillIn;
use crate::case::CasePart;

impl CasePart for FillIn {
    fn put_into(&self, case: &mut Case) {
        let copies: Vec<Answers> = self.strange.iter().cloned().chain(self.kept()).collect();
        case.set_form(&self.id(), &copies);
    }

    fn take_from(&mut self, case: &Case) -> usize {
        let (form, limits) = (&self.data.form, &self.data.limits);
        let fits = |answers: &Answers| form.refusals(answers, limits).is_empty();
        let (fitting, strange): (Vec<Answers>, Vec<Answers>) =
            case.form(&self.id()).into_iter().partition(fits);
        self.strange = strange;
        // What fits is taken.
        let _ = self.restore(fitting);
        self.strange.len()
    }
}

impl FillIn {
    fn id(&self) -> FormId {
        self.data.form.id.clone()
    }
}
