package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/**
 * What parameters belong together: an operation takes whole groups, and documents and help are
 * divided by them.
 */
public enum Group {
  /** The model by its name. */
  MODEL,
  /** How it serves, and for whom. */
  SERVING,
  /** Fine-tuning. */
  TRAINING,
  /** A model that has no name here. */
  DESCRIPTION,
  /** The formats that would do. */
  FORMATS,
  /** Whose offers. */
  OFFERS,
  /** What one is willing to rent. */
  RENTING,
  /** The requests that are to be answered. */
  LOAD,
  /** What one could do instead of renting. */
  INSTEAD,
  /** What runs now, and how it is used. */
  MOVING,
  /** The one format of an estimate. */
  FORMAT,
  /** What a workload is laid on, without offers. */
  HARDWARE,
  /** Offers held against each other. */
  COMPARED,
  /** The offer that a path names. */
  OFFER_PATH,
  /** The model that a path names. */
  MODEL_PATH,
  /** What narrows a list of offers. */
  OFFER_SEARCH,
  /** Words of models' names. */
  MODEL_SEARCH,
  /** A start-up log, and what it may leave out. */
  LOG,
  /** What a document is written in. */
  DOCUMENT,
  /** What a list is written in. */
  TABLE,
  /** How much of a long answer is spelled out. */
  LISTING,
  /** How much of a list is shown. */
  ENTRIES,
  /** What of an answer is kept. */
  FIELDS,
  /** What is to be started. */
  LAUNCHED,
  /** How the answer is given. */
  ANSWER;

  /** How many cards, and what is paid for them; a format and a runtime are of what serves. */
  boolean isOfAnyTask() {
    return this == HARDWARE || this == MOVING;
  }

  /** Its heading. */
  public Message title() {
    return switch (this) {
      case MODEL -> Msg.Group.model();
      case SERVING -> Msg.Group.serving();
      case TRAINING -> Msg.Group.training();
      case DESCRIPTION -> Msg.Group.description();
      case FORMATS -> Msg.Group.formats();
      case OFFERS -> Msg.Group.offers();
      case RENTING -> Msg.Group.renting();
      case LOAD -> Msg.Group.load();
      case INSTEAD -> Msg.Group.instead();
      case MOVING -> Msg.Group.moving();
      case FORMAT -> Msg.Group.format();
      case HARDWARE -> Msg.Group.hardware();
      case COMPARED -> Msg.Group.compared();
      case OFFER_PATH -> Msg.Group.offerPath();
      case MODEL_PATH -> Msg.Group.modelPath();
      case OFFER_SEARCH -> Msg.Group.offerSearch();
      case MODEL_SEARCH -> Msg.Group.modelSearch();
      case LOG -> Msg.Group.log();
      case DOCUMENT -> Msg.Group.document();
      case TABLE -> Msg.Group.table();
      case LAUNCHED -> Msg.Group.launched();
      case LISTING, ENTRIES -> Msg.Group.listing();
      case FIELDS -> Msg.Group.fields();
      case ANSWER -> Msg.Group.answer();
    };
  }
}
