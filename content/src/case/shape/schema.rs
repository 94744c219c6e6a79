//! The shapes as JSON Schema, for whoever reads or writes case files with other software.

use serde_json::{Map, Value, json};

use super::{Entry, FILE, FORMAT, SEALED, SEALED_FORMAT, Shape};
use crate::case::keeping::Keeping;
use crate::case::sealed::VERSION as SEALED_VERSION;
use crate::case::versions::VERSION;

/// The JSON Schemas of a case file and of a sealed one, for `data/` of the site.
pub fn schema(keeping: &Keeping) -> [(&'static str, Value); 2] {
    let whole = |shape: &Shape, title: &str| {
        let mut schema = shape.schema(keeping);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        schema["title"] = title.into();
        schema
    };
    let mut open = whole(&FILE, "A case of Waymark's, saved to a file");
    open["properties"]["version"] = json!({ "const": VERSION });
    let mut sealed = whole(&SEALED, "The same behind a passphrase: AES-GCM, PBKDF2-SHA-256");
    sealed["properties"]["version"] = json!({ "const": SEALED_VERSION });
    sealed["properties"]["rounds"] =
        json!({ "type": "integer", "minimum": keeping.rounds, "maximum": keeping.most_rounds });
    [(FORMAT, open), (SEALED_FORMAT, sealed)]
}

impl Shape {
    fn schema(&self, keeping: &Keeping) -> Value {
        const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
        let most = keeping.most_parts;
        let entries = |entries: &[Entry]| -> Map<String, Value> {
            entries.iter().map(|entry| (entry.name.to_owned(), entry.shape.schema(keeping))).collect()
        };
        match self {
            Shape::Text => json!({ "type": "string", "maxLength": keeping.longest_text }),
            Shape::Id => json!({ "type": "string", "pattern": ID, "maxLength": 100 }),
            Shape::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
            Shape::Number(least) => json!({ "type": "integer", "minimum": least }),
            Shape::Truth => json!({ "type": "boolean" }),
            Shape::Word(words) => json!({ "enum": words }),
            Shape::Bytes(count) => {
                let mut schema = json!({ "type": "string", "pattern": "^[A-Za-z0-9+/]+={0,2}$" });
                if let Some(count) = count {
                    let length = count.div_ceil(3) * 4;
                    schema["minLength"] = length.into();
                    schema["maxLength"] = length.into();
                }
                schema
            }
            Shape::List(shape) => {
                json!({ "type": "array", "items": shape.schema(keeping), "maxItems": most })
            }
            Shape::Pair(first, second) => json!({
                "type": "array",
                "prefixItems": [first.schema(keeping), second.schema(keeping)],
                "items": false,
                "minItems": 2,
            }),
            Shape::ById(shape) => json!({
                "type": "object",
                "propertyNames": { "pattern": ID, "maxLength": 100 },
                "additionalProperties": shape.schema(keeping),
                "maxProperties": most,
            }),
            Shape::Record(known) => {
                let required: Vec<&str> =
                    known.iter().filter(|entry| entry.required).map(|entry| entry.name).collect();
                json!({
                    "type": "object",
                    "properties": entries(known),
                    "required": required,
                    "additionalProperties": false,
                })
            }
            Shape::OneOf(known) => json!({
                "type": "object",
                "properties": entries(known),
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1,
            }),
        }
    }
}
