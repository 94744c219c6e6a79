//! Rows as comma-separated values (RFC 4180).

/// The file. Each row as it is given, the head first.
///
/// A cell that a spreadsheet would take for a formula is led by an apostrophe, which it shows as text. The mark at the
/// start tells spreadsheets that the letters are UTF-8.
pub fn table_file(rows: &[Vec<String>]) -> String {
    let mut file = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
