/// Terms of use as catalogues want them: a short name, and a page where it has one.
struct Licence {
  /// The identifier, e.g. `ODbL-1.0`, or `other` for terms in words.
  let name: String
  /// The text as the source gives it.
  let title: String
  /// Where the terms are written down; nil where unknown.
  let page: String?

  /// Whether what is made from it has to carry the same terms.
  var isShareAlike: Bool { ["ODbL-1.0", "CC-BY-SA-4.0"].contains(name) }

  /// The licence that the whole of `text` names, in any case and with spaces or hyphens, or else
  /// terms in words: a name with exceptions after it is another licence.
  init(_ text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "-" }
    let known = Licence.pages.first { $0.name.lowercased().split(separator: "-") == words }
    name = known?.name ?? "other"
    title = text.isEmpty ? "not stated" : text
    page = known?.page
  }

  /// As an entry of a data package's `licenses`.
  var json: JSON {
    let members: [(name: String, value: JSON)] = [("name", .text(name)), ("title", .text(title))]
    return .object(members + (page.map { [("path", JSON.text($0))] } ?? []))
  }

  private static let pages = [
    (name: "ODbL-1.0", page: "https://opendatacommons.org/licenses/odbl/1-0/"),
    (name: "ODC-By-1.0", page: "https://opendatacommons.org/licenses/by/1-0/"),
    (name: "PDDL-1.0", page: "https://opendatacommons.org/licenses/pddl/1-0/"),
    (name: "CC-BY-4.0", page: "https://creativecommons.org/licenses/by/4.0/"),
    (name: "CC-BY-SA-4.0", page: "https://creativecommons.org/licenses/by-sa/4.0/"),
    (name: "CC-BY-NC-4.0", page: "https://creativecommons.org/licenses/by-nc/4.0/"),
    (name: "CC0-1.0", page: "https://creativecommons.org/publicdomain/zero/1.0/"),
  ]
}
