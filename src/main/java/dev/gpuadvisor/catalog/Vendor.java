package dev.gpuadvisor.catalog;

/** Who makes a card. It decides which drivers and kernels there are for it. */
public enum Vendor {
  NVIDIA,
  AMD
}
