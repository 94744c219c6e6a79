//! The wasm entry: brings the tools of a page to life. All logic is in the crates it names.

fn main() {
    waymark_components::mount::mount_tools_of_every_page();
}
