import Indicators

/// The `gazetteer:` section: the codes and names that tables may use besides the layer's own.
struct GazetteerSection {
  /// A table of areas with their codes and names.
  var areas: InputFile?
  /// Which of its columns are codes; nil takes all that are no names.
  var codeSystems: [Placed<String>]?
  /// A table of aliases.
  var aliases: InputFile?
  /// What counts as the same name.
  var nameRules = NameRules()

  init(_ section: Section?, project: Project) {
    guard let section else { return }
    areas = section.file("areas", of: project)
    codeSystems = section.list("code_systems")
    aliases = section.file("aliases", of: project)
    nameRules = NameRules(section.section("names"))
    section.finish()
  }
}

extension NameRules {
  init(_ section: Section?) {
    self.init(
      foldsCase: section?.flag("ignore_case") ?? true,
      foldsDiacritics: section?.flag("ignore_diacritics") ?? true,
      ignoresPunctuation: section?.flag("ignore_punctuation") ?? true,
      ignoresInvisible: section?.flag("ignore_invisible") ?? true,
      foldsKhmer: section?.flag("ignore_khmer_lookalikes") ?? true,
      areaWords: section?.list("area_words")?.map(\.value) ?? NameRules.customaryAreaWords)
    section?.finish()
  }
}
