// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace kp::rehearsal {

/// Chance for decks. The engine is fixed by the standard, the distributions are our own: the standard's differ between libraries and a deck
/// must come out the same everywhere.
class Rng {
 public:
  /// One stream for each (seed, stream, part): pages do not depend on how much chance an earlier page used.
  explicit Rng(std::uint64_t seed, std::uint64_t stream = 0, std::uint64_t part = 0) : m_engine(mix(mix(mix(seed) ^ stream) ^ part)) {}

  std::uint64_t bits() { return m_engine(); }
  /// Uniform in [0, 1).
  double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
  double uniform(double from, double to) { return from + (to - from) * uniform(); }
  /// Uniform whole number, both ends included; `from` when the range is empty.
  int integer(int from, int to) { return to <= from ? from : from + static_cast<int>(uniform() * (to - from + 1)); }
  bool chance(double probability) { return uniform() < probability; }
  /// Normal (Box–Muller, one of the pair), cut off at ±3.5 deviations so that no outlier spoils a page.
  double normal(double mean, double deviation) {
    const double u = 1.0 - uniform(), v = uniform();
    const double z = std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * 3.14159265358979323846 * v);
    return mean + deviation * std::fmax(-3.5, std::fmin(3.5, z));
  }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t k = items.size(); k > 1; --k)
      std::swap(items[k - 1], items[static_cast<std::size_t>(integer(0, static_cast<int>(k) - 1))]);
  }
  template <typename T>
  const T& pick(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(integer(0, static_cast<int>(items.size()) - 1))];
  }
  /// Index drawn in proportion to the weights.
  std::size_t weighted(const std::vector<double>& weights) {
    double sum = 0;
    for (double w : weights) sum += w;
    double at = uniform() * sum;
    for (std::size_t k = 0; k < weights.size(); ++k)
      if ((at -= weights[k]) < 0) return k;
    return weights.size() - 1;
  }

 private:
  /// splitmix64 finaliser (Steele, Lea, Flood 2014): neighbouring seeds must not give neighbouring streams.
  static std::uint64_t mix(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::mt19937_64 m_engine;
};

}  // namespace kp::rehearsal
