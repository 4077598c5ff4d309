package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.Vendor;

/** What a figure of speed under load stands on. */
public enum Basis {
  /** Constants fitted to runs on this card, among others. */
  CALIBRATED(25),
  /** Constants of other cards, and this one's figures. */
  EXTRAPOLATED(35),
  /** The same for a vendor none of whose cards was measured. */
  UNTRIED(100);

  private static final double HUNDRED = 100;
  private static final int MOST = 50;

  private final int errorPercent;

  Basis(int errorPercent) {
    this.errorPercent = errorPercent;
  }

  static Basis of(Card card, ServingProfile profile) {
    if (profile.isMeasured(card)) {
      return CALIBRATED;
    }
    return card.vendor() == Vendor.NVIDIA ? EXTRAPOLATED : UNTRIED;
  }

  /** Share of the saturation that is there even where the estimate is off by as much as it may. */
  double certain() {
    return 1 - Math.min(MOST, errorPercent) / HUNDRED;
  }

  /** How far the time per token lies off in nine of ten runs at most. */
  public int errorPercent() {
    return errorPercent;
  }
}
