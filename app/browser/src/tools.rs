//! Brings the tools of a page to life: all but filling in a form. All logic is in the crates it names.

use waymark_components::mount;

fn main() {
    mount::mount_tools_of_every_page(mount::tools);
}
