package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.advice.LoadNotes;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;

/** What is said of a load on hardware that was named: so many of it, or why none would do. */
public record HardwareLoad(LaidOut laid, WorkerLoad worker) {

  /** How many it takes, and how long users wait then. */
  public List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    LoadNotes.missedOn(worker).ifPresent(note -> sentences.add(note.text()));
    if (worker.isAny()) {
      int replicas = worker.replicas();
      sentences.add(LoadStory.workers(worker, replicas, label(replicas)));
      worker.state(replicas).map(LoadStory::latency).ifPresent(sentences::add);
    }
    return sentences;
  }

  /** {@code 3 x (2 x RTX_4090)}. */
  private String label(int replicas) {
    String one = laid.hardware().gpus() == 1 ? laid.label() : "(" + laid.label() + ")";
    return replicas == 1 ? laid.label() : replicas + " x " + one;
  }
}
