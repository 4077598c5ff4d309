package dev.gpuadvisor.function.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsAccessTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "AWS_REGION", "eu-west-1",
              "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
              "AWS_SECRET_ACCESS_KEY", "do-not-tell",
              "AWS_SESSION_TOKEN", "do-not-tell-either"));

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://ssm.eu-west-1.amazonaws.com",
    "us-gov-west-1, https://ssm.us-gov-west-1.amazonaws.com",
    "cn-north-1, https://ssm.cn-north-1.amazonaws.com.cn"
  })
  void endpointOfTheRegion(String region, String endpoint) throws IOException {
    environment.put("AWS_REGION", region);
    assertEquals(URI.create(endpoint), AwsAccess.from(environment::get).endpoint());
  }

  @Test
  void endpointAsSdksAreTold() throws IOException {
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
    assertEquals(URI.create("http://127.0.0.1:4566"), AwsAccess.from(environment::get).endpoint());
    environment.put("AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:4567");
    assertEquals(URI.create("http://127.0.0.1:4567"), AwsAccess.from(environment::get).endpoint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
  void whatLambdaSetsMustBeThere(String name) {
    environment.remove(name);
    IOException e = assertThrows(IOException.class, () -> AwsAccess.from(environment::get));
    assertEquals(name + " is not set", e.getMessage());
  }

  @Test
  void tellsNoKeys() throws IOException {
    assertFalse(AwsAccess.from(environment::get).toString().contains("do-not-tell"));
  }
}
