import CGDAL
import Geography

/// Turns coordinates of one reference system into another's.
///
/// Made and used within one synchronous function: PROJ ties it to the thread.
struct Reprojection: ~Copyable {
  /// Nil leaves coordinates as they are.
  private let handle: OGRCoordinateTransformationH?
  private let xs: UnsafeMutableBufferPointer<Double>
  private let ys: UnsafeMutableBufferPointer<Double>
  /// How many coordinates go through PROJ at once; x and y of a chunk fit the nearest cache.
  private static let chunk = 1024

  /// The way from a system to itself.
  init() {
    handle = nil
    xs = .allocate(capacity: 0)
    ys = .allocate(capacity: 0)
  }

  /// The way from one system to another; nil where PROJ knows none.
  init?(from source: borrowing SpatialReference, to target: borrowing SpatialReference) {
    guard let handle = OCTNewCoordinateTransformation(source.handle, target.handle) else {
      return nil
    }
    self.handle = handle
    xs = .allocate(capacity: Self.chunk)
    ys = .allocate(capacity: Self.chunk)
    xs.initialize(repeating: 0)
    ys.initialize(repeating: 0)
  }

  deinit {
    if let handle { OCTDestroyCoordinateTransformation(handle) }
    xs.deallocate()
    ys.deallocate()
  }

  /// Reprojects in place. A coordinate that cannot be placed becomes infinite.
  func apply(to coordinates: inout ContiguousArray<Coordinate>) {
    guard let handle else { return }
    coordinates.withUnsafeMutableBufferPointer { coordinates in
      var start = 0
      while start < coordinates.count {
        let count = min(Self.chunk, coordinates.count - start)
        for offset in 0..<count {
          xs[offset] = coordinates[start + offset].x
          ys[offset] = coordinates[start + offset].y
        }
        OCTTransform(handle, Int32(count), xs.baseAddress, ys.baseAddress, nil)
        for offset in 0..<count {
          coordinates[start + offset] = Coordinate(xs[offset], ys[offset])
        }
        start += count
      }
    }
  }
}
