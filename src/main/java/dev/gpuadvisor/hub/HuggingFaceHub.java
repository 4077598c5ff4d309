package dev.gpuadvisor.hub;

import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * The Hugging Face Hub, or a mirror of it. A look-up has a thread of its own, so that nobody waits
 * longer than is said here, whatever a server or a resolver of names does.
 */
public final class HuggingFaceHub implements Hub {

  /** Slack waits for three seconds, and the function may have to start first. */
  static final int MOST_MILLIS = 2_000;

  /** Look-ups at the same time; more of them are turned away. */
  private static final int MOST_AT_ONCE = 16;

  private final HubSettings settings;
  private final AnswerCache cache;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * @param clock decides how long an answer is kept
   */
  public HuggingFaceHub(HubSettings settings, Clock clock) {
    this.settings = settings;
    this.cache = new AnswerCache(clock);
  }

  @Override
  public boolean isOn() {
    return settings.isOn();
  }

  @Override
  public Answer find(RepositoryName name) {
    if (!isOn()) {
      return new Failed(Reason.OFF);
    }
    return cache.get(name).orElseGet(() -> lookUp(name));
  }

  private Answer lookUp(RepositoryName name) {
    if (!places.tryAcquire()) {
      return new Failed(Reason.SLOW);
    }
    LookUp lookUp = new LookUp(settings, name);
    Thread thread = new Thread(() -> run(lookUp), "hub");
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(MOST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Answer answer = lookUp.answer();
    lookUp.close();
    cache.put(name, answer);
    return answer;
  }

  private void run(LookUp lookUp) {
    try {
      lookUp.run();
    } finally {
      places.release();
    }
  }
}
