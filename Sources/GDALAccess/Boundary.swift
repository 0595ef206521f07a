import Diagnostics
import Geography

/// Whose boundary is being read, and where it stands: what messages say about it.
struct Boundary {
  /// The feature.
  var place: Place
  /// The code and the names; nil where the layer needs none.
  var area: Area?

  /// `the boundary of '04' (Kep)`.
  private var subject: String {
    guard let area, !area.code.isEmpty else { return "the boundary" }
    let name = area.name.text(in: "en")
    return "the boundary of '\(area.code)'" + (name.isEmpty ? "" : " (\(name))")
  }

  /// A fault of it, told as a clause such as `encloses nothing`.
  func problem(_ fault: Problem) -> Problem {
    Problem("\(subject) \(fault.what)", at: place, remedy: fault.remedy)
  }

  /// That it is no longer quite as the file has it.
  func warnings(of reading: WGS84Reader.Reading) -> [Problem] {
    var warnings: [Problem] = []
    if let fault = reading.repaired {
      warnings.append(
        Problem(
          "\(subject) was repaired: \(fault)", at: place,
          remedy: "mend it in the file to be sure of its shape"))
    }
    if reading.isPart {
      warnings.append(
        Problem(
          "\(subject) comes with lines or points, which are left out", at: place,
          remedy: "keep only polygons in the layer"))
    }
    return warnings
  }
}

extension Problems {
  /// Reads the polygons of a feature; nil where something is wrong with them.
  mutating func read(
    _ boundary: Boundary, _ feature: borrowing Feature, _ geometries: borrowing WGS84Reader
  ) -> WGS84Reader.Reading? {
    do {
      return try geometries.read(feature)
    } catch let fault as Problem {
      all.append(boundary.problem(fault))
    } catch {
      add("\(error)", at: boundary.place)
    }
    return nil
  }
}
