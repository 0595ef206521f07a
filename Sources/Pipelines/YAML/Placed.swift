import Diagnostics

/// A value of the definition together with where it stands, so that an error found
/// later (an indicator that does not exist, a file that is missing) can point at it.
struct Placed<Value: Sendable>: Sendable {
  /// The value.
  var value: Value
  /// Where the definition says so.
  var place: Place

  /// A value read at `place`.
  init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}
