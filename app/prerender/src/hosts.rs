//! The headers to send, in the formats that common static hosts read.

use crate::frame::policy;
use crate::output::Files;

/// On every path, where `boot` is the script that stands in pages. The policy stands in every page too; a header also
/// covers what is no page.
fn everywhere(boot: &str) -> [(&'static str, String); 7] {
    [
        ("Content-Security-Policy", format!("{}; frame-ancestors 'none'", policy(true, boot))),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
    ]
}

/// On assets, whose names follow their bytes.
const ASSETS: &str = "public, max-age=31536000, immutable";

/// The files that hosts read, by name. They are not for readers.
pub(crate) const FILES: [&str; 3] = ["_headers", ".htaccess", "web.config"];

/// Adds one file for each sort of host.
pub(crate) fn add(files: &mut Files, boot: &str) {
    for (name, text) in FILES.into_iter().zip([underscore_headers(boot), apache(boot), iis(boot)]) {
        files.add(name, text);
    }
}

/// Netlify, Cloudflare Pages and others; our own server too.
fn underscore_headers(boot: &str) -> String {
    let lines: String = everywhere(boot).iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n{lines}/assets/*\n  Cache-Control: {ASSETS}\n")
}

/// Apache, where it may be set by folder and has its module for headers.
fn apache(boot: &str) -> String {
    let lines: String = everywhere(boot)
        .iter()
        .map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"))
        .collect();
    format!(
        "AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\nErrorDocument 404 /404.html\n\
         <IfModule mod_headers.c>\n{lines}  <If \"%{{REQUEST_URI}} =~ m#/assets/#\">\n    Header always set Cache-Control \"{ASSETS}\"\n  </If>\n</IfModule>\n"
    )
}

/// IIS, which councils run.
fn iis(boot: &str) -> String {
    let header = |(name, value): &(&str, String)| {
        format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n")
    };
    let lines: String = everywhere(boot).iter().map(header).collect();
    let assets = header(&("Cache-Control", ASSETS.to_owned()));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n      \
         <remove fileExtension=\".wasm\" />\n      <mimeMap fileExtension=\".wasm\" mimeType=\"application/wasm\" />\n      \
         <remove fileExtension=\".webmanifest\" />\n      <mimeMap fileExtension=\".webmanifest\" mimeType=\"application/manifest+json\" />\n    \
         </staticContent>\n    <httpProtocol>\n      <customHeaders>\n{lines}      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n  \
         <location path=\"assets\">\n    <system.webServer>\n    <httpProtocol>\n      <customHeaders>\n{assets}      </customHeaders>\n    </httpProtocol>\n    </system.webServer>\n  </location>\n</configuration>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        let boot = "boot()";
        for text in [underscore_headers(boot), apache(boot), iis(boot)] {
            for (name, value) in everywhere(boot) {
                assert!(text.contains(name) && text.contains(&value), "{name} is missing in {text}");
            }
            assert!(text.contains(ASSETS), "assets may be kept: {text}");
        }
    }
}
