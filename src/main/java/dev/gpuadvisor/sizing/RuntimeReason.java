package dev.gpuadvisor.sizing;

/** Why a workload is on its runtime. */
public enum RuntimeReason {
  /** The caller named it. */
  ASKED,
  /** One user on one GPU: nothing needs a server. */
  ONE_USER,
  /** Several sequences at once. */
  USERS,
  /** Requests that arrive at random. */
  LOAD,
  /** So many tokens per second are asked for, or the most, or the cheapest. */
  SPEED,
  /** The model may have several GPUs. */
  SEVERAL_GPUS,
  /** The format that was asked for, or that the model is published in. */
  FORMAT,
  /** A format of GGUF files. */
  GGUF,
  /** The named card runs the format in none of the others. */
  CARD,
  /** How the cache is to be stored. */
  CACHE,
  /** A setting that only this runtime has. */
  SETTING
}
