// What the labeller says of each token, one label a task. Tasks of spans label the first token of a
// span, those inside it, or none (for attributions as the published protocol on PolNeAR does: Wang
// et al., "CofeNet", COLING 2022).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace sourcelight::model {

// The order of tasks, and that of the labels in each, is that of tools/train/tasks.py.
enum class Task : std::uint8_t {
  outer,   // source, cue, content of the article's attributions
  inner,   // those inside another's content
  status,  // on whose word a token stands
  kind,    // of the source that a token stands in, or of the cue of none
  name,    // person, body, place, other
  title,   // what the article calls a source
  count_
};

inline constexpr auto task_count = static_cast<std::size_t>(Task::count_);
inline constexpr std::array<std::uint32_t, task_count> label_counts = {7, 7, 5, 8, 9, 3};
inline constexpr std::uint32_t most_labels = 9;
inline constexpr std::uint32_t all_labels =
    std::accumulate(label_counts.begin(), label_counts.end(), 0U);

// Do its labels begin and go on with spans (odd, even), rather than stand for themselves?
[[nodiscard]] constexpr bool labels_spans(Task task) {
  return task != Task::status && task != Task::kind;
}

// Of tasks outer and inner.
enum class Label : std::uint8_t {
  none,
  source_begin,
  source_inside,
  cue_begin,
  cue_inside,
  content_begin,
  content_inside
};

// One entry a token of the document.
struct TaskLabels {
  std::vector<std::uint8_t> best;  // the likeliest sequence
  std::vector<float> probability;  // of that label at that token, 0 to 1

  [[nodiscard]] Label role(std::size_t token) const { return static_cast<Label>(best[token]); }
};

struct Labels {
  Labels() = default;
  explicit Labels(std::size_t tokens) {
    for (TaskLabels& task : tasks) {
      task.best.resize(tokens);
      task.probability.resize(tokens);
    }
  }

  std::array<TaskLabels, task_count> tasks;

  [[nodiscard]] const TaskLabels& of(Task task) const {
    return tasks[static_cast<std::size_t>(task)];
  }
  [[nodiscard]] TaskLabels& of(Task task) { return tasks[static_cast<std::size_t>(task)]; }
};

}  // namespace sourcelight::model
