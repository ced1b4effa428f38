import LocatedYAML

extension YAMLNode {
  /// The element that a scenario's file has put into it, else the node itself: where a fault of the
  /// whole is to be mended.
  var changedPart: YAMLNode {
    let parts = entries?.map(\.value) ?? elements ?? []
    return parts.first { $0.location.file != location.file } ?? self
  }
}
