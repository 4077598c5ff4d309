package dev.gpuadvisor.launch;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.text.Message;
import java.util.List;

/**
 * What starts a model on an offer, whether it serves or learns.
 *
 * @param runtime as the answer to the same question names it
 * @param command in one line
 * @param remarks what the files cannot say
 */
public record Started(
    Assessment assessment,
    Model model,
    String runtime,
    String command,
    List<Message> remarks,
    List<LaunchFile> files) {}
