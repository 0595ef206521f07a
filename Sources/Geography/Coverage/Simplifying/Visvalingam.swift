/// Weighs the vertices of one line after the other by their effective area.
///
/// The triangles stand in a heap, the least first. What a vertex is worth is never less than
/// what went before it, so that leaving out all below a weight is what the elimination would
/// have done. Time n log n in the vertices of a line.
struct Visvalingam {
  /// The vertices before and after each that are still there.
  private var before: ContiguousArray<Int32> = []
  private var after: ContiguousArray<Int32> = []
  /// Twice the triangle of each vertex.
  private var triangles: ContiguousArray<Double> = []
  /// The inner vertices that are still there; the parent of `n` is at `(n − 1) / 2`.
  private var heap: ContiguousArray<Int32> = []
  /// Where each vertex stands in the heap.
  private var places: ContiguousArray<Int32> = []

  /// Appends the weight of each vertex: for the ends, and for two more where the line
  /// closes, infinity.
  mutating func weigh(_ line: Span<Coordinate>, into weights: inout ContiguousArray<Double>) {
    let (count, base) = (line.count, weights.count)
    weights.append(contentsOf: repeatElement(.infinity, count: count))
    let fewest = count > 1 && line[0] == line[count - 1] ? 2 : 0
    if count - 2 <= fewest { return }
    begin(line)
    var largest = 0.0
    while heap.count > fewest {
      let vertex = Int(removeFirst())
      largest = max(largest, triangles[vertex])
      weights[base + vertex] = (largest / 2).squareRoot()
      let (left, right) = (before[vertex], after[vertex])
      after[Int(left)] = right
      before[Int(right)] = left
      if left > 0 { weighAnew(left, line) }
      if Int(right) < count - 1 { weighAnew(right, line) }
    }
  }

  private mutating func begin(_ line: Span<Coordinate>) {
    let count = line.count
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    triangles.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let isInner = index > 0 && index < count - 1
      before.append(Int32(index - 1))
      after.append(Int32(index + 1))
      triangles.append(
        isInner ? doubleTriangle(line[index - 1], line[index], line[index + 1]) : .infinity)
      places.append(Int32(index - 1))
      if isInner { heap.append(Int32(index)) }
    }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
      sink(heap[place], from: place)
    }
  }

  private func doubleTriangle(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
    let (first, second) = (b - a, c - a)
    return abs(first.x * second.y - first.y * second.x)
  }

  private mutating func weighAnew(_ vertex: Int32, _ line: Span<Coordinate>) {
    let index = Int(vertex)
    let old = triangles[index]
    let new = doubleTriangle(line[Int(before[index])], line[index], line[Int(after[index])])
    triangles[index] = new
    let place = Int(places[index])
    if new < old { rise(vertex, from: place) } else { sink(vertex, from: place) }
  }

  private mutating func removeFirst() -> Int32 {
    let first = heap[0]
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last, from: 0) }
    return first
  }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (first, second) = (triangles[Int(one)], triangles[Int(other)])
    return first < second || (first == second && one < other)
  }

  private mutating func rise(_ vertex: Int32, from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard precedes(vertex, heap[parent]) else { break }
      put(heap[parent], at: place)
      place = parent
    }
    put(vertex, at: place)
  }

  private mutating func sink(_ vertex: Int32, from start: Int) {
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], vertex) else { break }
      put(heap[child], at: place)
      place = child
    }
    put(vertex, at: place)
  }

  private mutating func put(_ vertex: Int32, at place: Int) {
    heap[place] = vertex
    places[Int(vertex)] = Int32(place)
  }
}
