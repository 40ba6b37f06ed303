//! Statements that write a whole row, made from one list of its columns: what is written new and
//! what is saved later cannot drift apart.
use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

/// A statement whose values are being given to it.
pub type Statement<'q> = Query<'q, Any, AnyArguments>;

/// Writes the statement that adds a row.
pub fn insert(table: &str, columns: &[&str]) -> String {
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", "))
}

/// Writes the statement that saves a row: it takes the same values in the same order. The last
/// `keys` columns tell which row it is, and stay as they are.
pub fn update(table: &str, columns: &[&str], keys: usize) -> String {
    let is: Vec<String> = columns.iter().zip(1..).map(|(column, n)| format!("{column} = ${n}")).collect();
    let (values, which) = is.split_at(columns.len().saturating_sub(keys));
    format!("UPDATE {table} SET {} WHERE {}", values.join(", "), which.join(" AND "))
}

#[test]
fn a_row_is_saved_with_the_values_it_was_written_with() {
    let columns = ["name", "place", "id"];
    assert_eq!(insert("house", &columns), "INSERT INTO house (name, place, id) VALUES ($1, $2, $3)");
    assert_eq!(update("house", &columns, 1), "UPDATE house SET name = $1, place = $2 WHERE id = $3");
}
