package dev.gpuadvisor.function.secrets;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signature version 4 of GetParameter, by AWS's own signer. */
final class RequestSigner {

  private final AwsAccess access;
  private final Clock clock;

  RequestSigner(AwsAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  /** All headers of the request, those of the signature among them. */
  Map<String, List<String>> sign(byte[] body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(access.endpoint())
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            signing ->
                signing
                    .identity(identity())
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, access.region())
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request()
        .headers();
  }

  private AwsCredentialsIdentity identity() {
    return access.sessionToken().isEmpty()
        ? AwsCredentialsIdentity.create(access.accessKeyId(), access.secretAccessKey())
        : AwsSessionCredentialsIdentity.create(
            access.accessKeyId(), access.secretAccessKey(), access.sessionToken());
  }
}
