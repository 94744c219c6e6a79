//! Brings a form to life, to fill in. All logic is in the crates it names.

use waymark_components::mount;

fn main() {
    mount::mount_tools_of_every_page(mount::forms);
}
