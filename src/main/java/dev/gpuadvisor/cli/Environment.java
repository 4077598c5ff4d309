package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/** The variables that the command line looks at. */
enum Environment {
  LANG(Msg.Cli.variableLang()),
  COLUMNS(Msg.Cli.variableColumns()),
  NO_COLOR(Msg.Cli.variableNoColor()),
  GPU_ADVISOR_PRICES(Msg.Cli.variablePrices()),
  HUB(Msg.Cli.variableHub()),
  HF_TOKEN(Msg.Cli.variableToken());

  private final Message description;

  Environment(Message description) {
    this.description = description;
  }

  Message description() {
    return description;
  }
}
