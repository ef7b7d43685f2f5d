// Contract in decode.h.
#include "model/decode.h"

#include "base/bits.h"
#include "model/crf.h"

namespace sourcelight::model {

void decode_all(std::span<const Crf, task_count> crfs, std::span<const float> scores,
                std::size_t first, std::size_t size, Labels& labels) {
  std::size_t from = 0;
  for (std::size_t task = 0; task < task_count; ++task) {
    decode(crfs[task], {scores.subspan(from), all_labels},
           std::span(labels.tasks[task].best).subspan(first, size),
           std::span(labels.tasks[task].probability).subspan(first, size));
    from += label_counts[task];
  }
}

Recall::Numbers numbers_of_labels(const Labels& labels, std::size_t first, std::size_t size) {
  static_assert(task_count <= 8 && most_labels <= 16);
  Recall::Numbers numbers;
  numbers.reserve(size * (1 + task_count));
  for (std::size_t t = first; t < first + size; ++t) {
    std::uint32_t all = 0;
    for (std::size_t task = task_count; task-- > 0;) all = all << 4U | labels.tasks[task].best[t];
    numbers.push_back(all);
    for (const TaskLabels& task : labels.tasks) {
      numbers.push_back(bits_as<std::uint32_t>(task.probability[t]));
    }
  }
  return numbers;
}

std::span<const std::uint32_t> recall_labels(std::span<const std::uint32_t> numbers,
                                             std::size_t first, std::size_t size, Labels& labels) {
  auto next = numbers.begin();
  for (std::size_t t = first; t < first + size; ++t) {
    std::uint32_t all = *next++;
    for (TaskLabels& task : labels.tasks) {
      task.best[t] = static_cast<std::uint8_t>(all & 15U);
      all >>= 4U;
      task.probability[t] = bits_as<float>(*next++);
    }
  }
  return {next, numbers.end()};
}

}  // namespace sourcelight::model
