import Foundation
import Indicators

extension PipelineRun {
  /// Where each value of an area comes from, how its score is made up, and why it is, or is not,
  /// a hotspot. Nothing is written.
  ///
  /// - Parameter area: a code, an alias or a name.
  /// - Throws: `RunFailure`: all that is wrong with the definition or its data, or the nearest
  ///   areas where there is none of that name.
  public func explain(_ area: String) throws -> Explanation {
    let definition = try readDefinition()
    var stages = Stages { _ in }
    var joined: Join?
    do {
      let folder = ReleaseFolder(output: output, pipeline: definition.name)
      let (atlas, inputs) = try build(definition, &stages, folder, joined: &joined)
      let number = try inputs.gazetteer.areaInLayer(meantBy: area)
      return Explanation(atlas, area: number, definition: definition)
    } catch {
      throw RunFailure(error, kind: .run)
    }
  }
}
