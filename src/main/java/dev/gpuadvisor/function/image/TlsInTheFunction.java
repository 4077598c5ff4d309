package dev.gpuadvisor.function.image;

import io.quarkus.runtime.ssl.SslContextConfiguration;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Lets the function encrypt. Quarkus replaces the JDK's default TLS context by one that refuses
 * until its own start has said that TLS is wanted, which {@code quarkus.ssl.native} decides; the
 * function has an entry point of its own and never comes there, so that it is said here.
 */
public final class TlsInTheFunction implements Feature {

  @Override
  public String getDescription() {
    return "Says to Quarkus that the function needs TLS";
  }

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    SslContextConfiguration.setSslNativeEnabled(true);
  }
}
