fn main() {
    // The migrations are read at compile time; a new one has to lead to a new build.
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=text");
    println!("cargo:rerun-if-changed=assets");
}
