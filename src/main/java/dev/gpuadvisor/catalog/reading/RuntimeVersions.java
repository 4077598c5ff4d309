package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.Version;
import java.util.List;
import java.util.Optional;

/**
 * Any release of a runtime means the profile that covers it: the newest that is not newer, or the
 * oldest there is for a release from before all of them.
 */
record RuntimeVersions(List<RuntimeProfile> profiles) {

  /**
   * @param key a name as {@link NameIndex#key} makes it, {@code vllm0.16.1}
   */
  Optional<RuntimeProfile> find(String key) {
    RuntimeProfile best = null;
    for (RuntimeProfile profile : profiles) {
      Optional<Version> asked = version(key, NameIndex.key(profile.runtime()));
      if (asked.isPresent() && (best == null || isBetter(profile, best, asked.get()))) {
        best = profile;
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<Version> version(String key, String runtime) {
    if (!key.startsWith(runtime)) {
      return Optional.empty();
    }
    int at = runtime.length();
    while (at < key.length() && "=:@".indexOf(key.charAt(at)) >= 0) {
      at++;
    }
    return Version.parse(key.substring(at));
  }

  private static boolean isBetter(RuntimeProfile one, RuntimeProfile other, Version asked) {
    boolean covers = one.from().compareTo(asked) <= 0;
    boolean otherCovers = other.from().compareTo(asked) <= 0;
    if (covers != otherCovers) {
      return covers;
    }
    return covers == one.from().compareTo(other.from()) > 0;
  }
}
