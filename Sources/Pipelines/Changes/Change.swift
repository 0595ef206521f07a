import Indicators

/// One thing that a release says differently from the one before it, and why.
struct Change: Sendable, Hashable {
  /// What changed. The texts are published in `changes.json`; the order is that of the report.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case hotspot
    case areaAdded = "area added"
    case areaRemoved = "area removed"
    case name
    case outline
    case neighbors
    case indicatorAdded = "indicator added"
    case indicatorRemoved = "indicator removed"
    case title
    case period
    case unit
    case sources
    case direction
    case value
    case error = "standard error"
    case indexAdded = "index added"
    case indexRemoved = "index removed"
    case score
    case rank
    case severity
    case cluster
    case mapClass = "class"
    case classBreaks = "class breaks"
    case level
    case worstShare = "worst share"
    case weights
    case definition
    case program
    case date
    case input
  }

  /// What was, or is, said.
  enum Fact: Sendable, Hashable {
    case nothing
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case numbers([Double])
    case texts([String])
    /// A cell of the table. Beside a value that is withheld now the earlier one is nil too.
    case cell(Double?, Status)
  }

  /// What changed.
  var kind: Kind
  /// Code of the area; nil for what concerns all of them.
  var area: String?
  /// Name of the area.
  var areaName: String?
  /// The indicator, index, map or file.
  var subject: String?
  /// What the subject is called.
  var subjectTitle: String?
  var before = Fact.nothing
  var after = Fact.nothing
  /// Most direct first; empty for what is itself a beginning, such as an edited definition.
  var causes: [ChangeCause] = []
}

/// Why something changed.
struct ChangeCause: Sendable, Hashable {
  /// The kinds, most direct first. The texts are published names.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A figure of the area itself.
    case ownValue = "own value"
    /// A figure of the area itself, or one elsewhere that it is withheld to hide: which of the two
    /// would say how much they add up to.
    case ownOrOtherValue = "own value or another area's value"
    /// A figure of an area that it touches.
    case neighborValue = "a neighbour's value"
    /// A figure of some other area, which moved what this one is compared with.
    case otherValue = "another area's value"
    /// A standard error, which decides how sure a rank is.
    case error = "a standard error"
    /// The source of the figures failed, or could be read again.
    case source = "the source"
    /// A file that is not the indicator's own: its crosswalk, or a gazetteer.
    case input = "an input file"
    /// A level, a share or a class break.
    case threshold = "a threshold"
    /// Areas were added, removed or redrawn.
    case boundary
    /// The definition file.
    case definition
    /// The program or one of its libraries.
    case program
    /// The date: a figure grew too old.
    case date
    /// None of these; the release may have been edited by hand.
    case unknown
  }

  /// Which kind of cause.
  var kind: Kind
  /// Indicators for own values and errors, area codes for the values of others and for boundaries,
  /// names of thresholds, what became of a source, paths of files; empty where too many areas would
  /// have to be named.
  var details: [String] = []
}
