/// Weighs the vertices of one line after the other by their effective area.
///
/// The triangles stand in a heap, the least first. What a vertex is worth is never less than
/// what went before it, so that leaving out all below a weight is what the elimination would
/// have done. Time n log n in the vertices of a line.
struct Visvalingam {
  /// What is known of a vertex while it is there.
  private struct Vertex {
    /// The vertices before and after it that are still there.
    var before: Int32
    var after: Int32
    /// Where it stands in the heap.
    var place: Int32
  }

  private var vertices: ContiguousArray<Vertex> = []
  /// The inner vertices that are still there; the parent of `n` is at `(n − 1) / 2`. Each is
  /// twice its triangle, whose bits as a number of 32 are in the order of the triangles, above
  /// its index: one comparison tells the order, and equals come in the order of the line.
  private var heap: ContiguousArray<UInt64> = []

  /// Appends the weight of each vertex: for the ends, and for two more where the line
  /// closes, infinity.
  mutating func weigh(_ line: Span<Coordinate>, into weights: inout ContiguousArray<Double>) {
    let (count, base) = (line.count, weights.count)
    weights.append(contentsOf: repeatElement(.infinity, count: count))
    let fewest = count > 1 && line[0] == line[count - 1] ? 2 : 0
    if count - 2 <= fewest { return }
    begin(line)
    var largest: Float = 0
    while heap.count > fewest {
      let (index, triangle) = removeFirst()
      largest = max(largest, triangle)
      weights[base + index] = (Double(largest) / 2).squareRoot()
      let (left, right) = (Int(vertices[index].before), Int(vertices[index].after))
      vertices[left].after = Int32(right)
      vertices[right].before = Int32(left)
      if left > 0 { weighAnew(left, line) }
      if right < count - 1 { weighAnew(right, line) }
    }
  }

  private mutating func begin(_ line: Span<Coordinate>) {
    vertices.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    for index in 0..<line.count {
      vertices.append(
        Vertex(before: Int32(index) - 1, after: Int32(index) + 1, place: Int32(index) - 1))
      if index > 0, index < line.count - 1 { heap.append(entry(index, line)) }
    }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
      sink(heap[place], from: place)
    }
  }

  /// A vertex with its triangle as it stands in the heap.
  private func entry(_ index: Int, _ line: Span<Coordinate>) -> UInt64 {
    let start = line[Int(vertices[index].before)]
    let first = line[index] - start
    let second = line[Int(vertices[index].after)] - start
    let triangle = Float(abs(first.x * second.y - first.y * second.x))
    return UInt64(triangle.bitPattern) << 32 | UInt64(index)
  }

  private mutating func weighAnew(_ index: Int, _ line: Span<Coordinate>) {
    let place = Int(vertices[index].place)
    let new = entry(index, line)
    if new < heap[place] { rise(new, from: place) } else { sink(new, from: place) }
  }

  private mutating func removeFirst() -> (index: Int, triangle: Float) {
    let first = heap[0]
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last, from: 0) }
    return (Int(first & 0xFFFF_FFFF), Float(bitPattern: UInt32(first >> 32)))
  }

  private mutating func rise(_ entry: UInt64, from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard entry < heap[parent] else { break }
      put(heap[parent], at: place)
      place = parent
    }
    put(entry, at: place)
  }

  private mutating func sink(_ entry: UInt64, from start: Int) {
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < entry else { break }
      put(heap[child], at: place)
      place = child
    }
    put(entry, at: place)
  }

  private mutating func put(_ entry: UInt64, at place: Int) {
    heap[place] = entry
    vertices[Int(entry & 0xFFFF_FFFF)].place = Int32(place)
  }
}
