package dev.gpuadvisor.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gpuadvisor.function.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Quarkus' Lambda extension, as in dev mode, finds the handler and hands it the same events. */
@QuarkusTest
class GatewayHandlerInQuarkusTest {

  @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port", defaultValue = "8086")
  int port;

  @Test
  void answersThroughTheExtension() throws IOException {
    byte[] event = Events.event("get-health");
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    new GatewayHandler().handleRequest(new ByteArrayInputStream(event), expected, null);
    byte[] answer =
        RestAssured.given()
            .port(port)
            .contentType("application/json")
            .body(event)
            .post("/_lambda_")
            .asByteArray();
    assertArrayEquals(expected.toByteArray(), answer);
  }
}
