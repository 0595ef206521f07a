/// The `gazetteer:` section: the codes and names that tables may use besides the layer's own.
struct GazetteerSection {
  /// A table of areas with their codes and names.
  var areas: InputFile?
  /// Which of its columns are codes; nil takes all that are no names.
  var codeSystems: [Placed<String>]?
  /// A table of aliases.
  var aliases: InputFile?

  init(_ section: Section?, project: Project) {
    guard let section else { return }
    areas = section.file("areas", of: project)
    codeSystems = section.list("code_systems")
    aliases = section.file("aliases", of: project)
    section.finish()
  }
}
