use http::{HeaderMap, Method};
use url::Url;

use super::*;
use crate::base::door::Request;

mod round;
