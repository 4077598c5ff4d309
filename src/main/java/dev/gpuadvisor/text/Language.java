package dev.gpuadvisor.text;

/** The languages that answers are written in. */
public enum Language {
  EN,
  FR
}
