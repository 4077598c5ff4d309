package dev.gpuadvisor.launch;

/** A mapping in YAML, written from top to bottom. */
final class Yaml {

  private final StringBuilder text;

  Yaml(String header) {
    this.text = new StringBuilder(header);
  }

  Yaml put(String key, Object value) {
    text.append(key).append(": ").append(value).append('\n');
    return this;
  }

  Yaml put(boolean needed, String key, Object value) {
    return needed ? put(key, value) : this;
  }

  Yaml put(String key, Object value, String comment) {
    return put(key, value + "  # " + comment);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
