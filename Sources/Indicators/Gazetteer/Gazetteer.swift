public import Geography

/// Which codes, aliases and names stand for which area.
///
/// Areas are numbered: those of the layer first, in its order, then those that only the
/// gazetteer's tables know.
public struct Gazetteer: Sendable {
  /// The name of the code system that the layer itself uses.
  public static let layerSystem = "area_code"

  /// Codes of all areas, in the layer's system.
  public private(set) var codes: [String]
  /// How many of them are in the layer.
  public let layerCount: Int
  /// The declared code systems, the layer's first.
  public private(set) var systems: [String]
  /// What counts as the same name.
  public let nameRules: NameRules
  private(set) var displayNames: [String]
  /// Areas by code, for each system in the order of `systems`.
  private(set) var areasByCode: [[String: [Int]]]
  /// Areas by alias, exactly as spelled, those that the alias is ambiguous with included.
  private(set) var areasByAlias: [String: [Int]] = [:]
  private(set) var areasByName: [String: [Int]] = [:]
  private(set) var areasByAliasName: [String: [Int]] = [:]
  /// Normalised names and aliases to find proposals among, in the order they were given.
  private(set) var proposable: [(area: Int, name: String)] = []

  /// The gazetteer of a layer's own codes and names.
  public init(layer: AreaLayer, nameRules: NameRules = NameRules()) {
    codes = layer.codes
    layerCount = layer.count
    systems = [Self.layerSystem]
    self.nameRules = nameRules
    displayNames = layer.areas.map { $0.name.text(in: "en") }
    areasByCode = [
      Dictionary(layer.codes.enumerated().map { ($1, [$0]) }, uniquingKeysWith: { $0 + $1 })
    ]
    for (area, entry) in layer.areas.enumerated() {
      for (_, name) in entry.name.texts.sorted(by: { $0.key < $1.key }) {
        addName(name, of: area)
      }
    }
  }

  /// The number of the area with this code in the layer's system, or nil.
  public func area(code: String) -> Int? { areasByCode[0][code]?.first }

  /// `Kampong Chhnang (04)`, or the code alone where there is no name.
  public func label(_ area: Int) -> String {
    displayNames[area].isEmpty ? codes[area] : "\(displayNames[area]) (\(codes[area]))"
  }

  /// The number of the area with this code, which is added where it is new.
  mutating func knownArea(code: String, name: String = "") -> Int {
    if let area = area(code: code) {
      if displayNames[area].isEmpty { displayNames[area] = name }
      return area
    }
    codes.append(code)
    displayNames.append(name)
    areasByCode[0][code] = [codes.count - 1]
    return codes.count - 1
  }

  mutating func addCode(_ code: String, system: String, of area: Int) {
    if code.isEmpty { return }
    if !systems.contains(system) {
      systems.append(system)
      areasByCode.append([:])
    }
    guard let index = systems.firstIndex(of: system) else { return }
    areasByCode[index][code, default: []].addNew(area)
  }

  mutating func addName(_ name: String, of area: Int) {
    if name.isEmpty { return }
    let normalized = nameRules.normalized(name)
    areasByName[normalized, default: []].addNew(area)
    proposable.append((area, normalized))
  }

  mutating func addAlias(_ alias: String, of areas: [Int], isName: Bool) {
    for area in areas { areasByAlias[alias, default: []].addNew(area) }
    guard isName, let area = areas.first else { return }
    let normalized = nameRules.normalized(alias)
    for area in areas { areasByAliasName[normalized, default: []].addNew(area) }
    proposable.append((area, normalized))
  }
}

extension [Int] {
  /// Appends the number unless it is there.
  mutating func addNew(_ number: Int) {
    if !contains(number) { append(number) }
  }
}
