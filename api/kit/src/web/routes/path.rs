//! Which endpoint a path and a method lead to.
use crate::Failure;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use shared::contract::{Component, Endpoint, Method, ProblemKind};

/// The target of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// To an endpoint, with the id in the path.
    To(Endpoint, String),
    /// The path is there, with other methods than this one.
    OtherMethod(Vec<Method>),
    /// The path is not there.
    Nowhere,
}

impl Route {
    /// Only endpoints of this component are there.
    pub fn of(component: Component, method: &http::Method, path: &str) -> Self {
        let mut others = Vec::new();
        for endpoint in endpoints(component) {
            let Some(id) = endpoint.id_in(path) else { continue };
            if takes(endpoint.method(), method) {
                return Self::To(endpoint, id.to_owned());
            }
            others.push(endpoint.method());
        }
        if others.is_empty() { Self::Nowhere } else { Self::OtherMethod(others) }
    }
}

fn endpoints(component: Component) -> impl Iterator<Item = Endpoint> {
    Endpoint::ALL.iter().copied().filter(move |endpoint| endpoint.component() == component)
}

/// Whether a component has this path, with whatever method.
#[must_use]
pub fn has(component: Component, path: &str) -> bool {
    endpoints(component).any(|endpoint| endpoint.id_in(path).is_some())
}

/// HEAD asks for the answer to GET without its body.
fn takes(method: Method, asked: &http::Method) -> bool {
    match method {
        Method::Get => matches!(*asked, http::Method::GET | http::Method::HEAD),
        Method::Post => *asked == http::Method::POST,
        Method::Delete => *asked == http::Method::DELETE,
    }
}

/// 405, with the methods that are there in `Allow`.
pub(super) fn not_allowed(methods: &[Method]) -> Response {
    let name = |method: &Method| match method {
        Method::Get => "GET, HEAD",
        Method::Post => "POST",
        Method::Delete => "DELETE",
    };
    let allow = methods.iter().map(name).collect::<Vec<_>>().join(", ");
    let failure = Failure::of(ProblemKind::MethodNotAllowed, "Kijk in openapi.json welke methode hier hoort.");
    let mut response = failure.into_response();
    if let Ok(allow) = HeaderValue::from_str(&allow) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(method: &str, path: &str) -> Route {
        Route::of(Component::Review, &http::Method::from_bytes(method.as_bytes()).unwrap(), path)
    }

    #[test]
    fn every_endpoint_is_found_in_its_own_component_only() {
        for endpoint in Endpoint::ALL {
            let method = http::Method::from_bytes(endpoint.method().to_string().as_bytes()).unwrap();
            let id = if endpoint.path().contains("{id}") { "0a" } else { "" };
            for component in [Component::Intake, Component::Review, Component::Site] {
                let found = Route::of(component, &method, &endpoint.url("0a"));
                let here = endpoint.component() == component;
                assert_eq!(found == Route::To(*endpoint, id.to_owned()), here, "{endpoint:?} in {component}");
            }
        }
    }

    #[test]
    fn a_wrong_method_is_distinguished_from_a_wrong_path() {
        assert_eq!(of("HEAD", "/api/v1/dossiers"), Route::To(Endpoint::Cases, String::new()));
        for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "KANARIE"] {
            assert_eq!(of(method, "/api/v1/dossiers"), Route::OtherMethod(vec![Method::Get, Method::Post]), "{method}");
        }
        for path in ["/api/v1/dossiers/", "/api/v1", "/api/v1/dossiers/a/b", "/api/v1/meldingen", "/", ""] {
            assert_eq!(of("GET", path), Route::Nowhere, "{path}");
        }
    }

    #[test]
    fn allow_names_each_method_once() {
        let response = not_allowed(&[Method::Get, Method::Post]);
        assert_eq!(
            (response.status().as_u16(), &response.headers()[header::ALLOW]),
            (405, &"GET, HEAD, POST".parse().unwrap())
        );
    }
}
