internal import Geography

/// The words that the titles of derived columns are made of, in English and Khmer.
enum FieldWords {
  static let code = word("Area code", "លេខកូដតំបន់")
  static let name = word("Name", "ឈ្មោះ")
  static let status = word("status", "ស្ថានភាព")
  static let lastRead = word("last read", "អានចុងក្រោយ")
  static let standardError = word("standard error", "កំហុសស្តង់ដារ")
  static let intervalLow = word("95 % interval, lower end", "ចន្លោះ ៩៥% ដែនក្រោម")
  static let intervalHigh = word("95 % interval, upper end", "ចន្លោះ ៩៥% ដែនលើ")
  static let score = word("score", "ពិន្ទុ")
  static let points = word("points, 0–100", "ពិន្ទុ 0–100")
  static let share = word("share, 0–1", "ចំណែក 0–1")
  static let rank = word("rank", "ចំណាត់ថ្នាក់")
  static let scoreLow = word("score, lower end", "ពិន្ទុ ដែនក្រោម")
  static let scoreHigh = word("score, upper end", "ពិន្ទុ ដែនលើ")
  static let rankLow = word("rank, lower end", "ចំណាត់ថ្នាក់ ដែនក្រោម")
  static let rankHigh = word("rank, upper end", "ចំណាត់ថ្នាក់ ដែនលើ")
  static let coverage = word("coverage", "ភាពគ្របដណ្តប់")
  static let drivers = word("drivers", "កត្តាជំរុញ")
  static let severityShare = word("share of scenarios in which severe", "ចំណែកសេណារីយ៉ូធ្ងន់ធ្ងរ")
  static let z = word("Gi* z score", "Gi* ពិន្ទុ z")
  static let p = word("Gi* p", "Gi* p")
  static let adjustedP = word("Gi* p, adjusted", "Gi* p កែតម្រូវ")
  static let leastP = word("Gi* p, smallest attainable", "Gi* p តូចបំផុតដែលអាចមាន")
  static let method = word("Gi* method", "Gi* វិធីសាស្ត្រ")
  static let cluster = word("cluster", "ចង្កោម")
  static let hotspot = word("hotspot", "ចំណុចក្ដៅ")
  static let hotspots = word("hotspots", "ចំណុចក្ដៅ")
  static let stability = word("hotspot stability", "ស្ថិរភាពចំណុចក្ដៅ")
  static let hotspotReason = word("hotspot reason", "មូលហេតុចំណុចក្ដៅ")

  private static func word(_ english: String, _ khmer: String) -> LocalizedText {
    LocalizedText(["en": english, "km": khmer])
  }
}

extension LocalizedText {
  /// This text with a note behind it, language by language: `Phones: status`.
  func noting(_ note: LocalizedText) -> LocalizedText {
    LocalizedText(
      Dictionary(uniqueKeysWithValues: texts.map { ($0, "\($1): \(note.text(in: $0))") }))
  }

  /// This text with a note behind it that is the same in every language: `Name: km`.
  func noting(_ note: String) -> LocalizedText {
    LocalizedText(texts.mapValues { "\($0): \(note)" })
  }
}
