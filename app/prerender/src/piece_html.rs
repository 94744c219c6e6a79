//! What tools show as pieces, as HTML: a page and its tool show the same from the same code.

use waymark_components::piece::Piece;

/// The pieces as HTML. Elements that hold nothing by nature, such as fields, are not among them.
pub(crate) fn html(pieces: &[Piece]) -> String {
    let mut html = String::new();
    add(pieces, &mut html);
    html
}

fn add(pieces: &[Piece], html: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(words) => escape(words, html),
            Piece::Element(element) => {
                html.push('<');
                html.push_str(element.tag);
                for (name, value) in &element.attributes {
                    html.push_str(&format!(" {name}=\""));
                    escape(value, html);
                    html.push('"');
                }
                html.push('>');
                add(&element.pieces, html);
                html.push_str(&format!("</{}>", element.tag));
            }
            // Still pages have nothing to copy from.
            Piece::Copy(_) => {}
        }
    }
}

fn escape(words: &str, html: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_components::piece::{element, text};

    #[test]
    fn words_stay_words() {
        let link = element("a", "", vec![text("A & <b>")]).with("href", "?a=\"b\"&c");
        assert_eq!(
            html(&[element("p", "wm", vec![link])]),
            "<p class=\"wm\"><a href=\"?a=&quot;b&quot;&amp;c\">A &amp; &lt;b&gt;</a></p>"
        );
    }
}
