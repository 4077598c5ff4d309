package dev.gpuadvisor.function.image;

import io.quarkus.runtime.ssl.SslContextConfiguration;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Lets the function encrypt. Quarkus replaces the JDK's default TLS context by one that refuses
 * until its own start has said that TLS is wanted; the function has an entry point of its own and
 * never comes there, so that it is said here. ({@code quarkus.ssl.native} is read by that start
 * alone, and would add the JDK's HTTP client, which nothing here uses.)
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
