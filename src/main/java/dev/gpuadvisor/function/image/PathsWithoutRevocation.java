package dev.gpuadvisor.function.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** The same where a path of certificates is followed. */
@TargetClass(
    className = "sun.security.provider.certpath.PKIX$ValidatorParams",
    onlyWith = TlsServices.Used.class)
final class PathsWithoutRevocation {

  private PathsWithoutRevocation() {}

  @Substitute
  boolean revocationEnabled() {
    return false;
  }
}
