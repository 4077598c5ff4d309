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
 * @param script what is shown where there is room for little: how it is installed and started, or
 *     the configuration that is started
 * @param remarks what the files cannot say
 */
public record Started(
    Assessment assessment,
    Model model,
    String runtime,
    String command,
    String script,
    List<Message> remarks,
    List<LaunchFile> files) {}
