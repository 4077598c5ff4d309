package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;

/** A machine of AWS or of Google that starts the server when it comes up. */
record Terraform(Launch launch, Server server, String header) {

  /** For system and container, beside the weights. */
  private static final int GB_BESIDES = 80;

  private static final long BYTES_PER_GB = 1_000_000_000L;
  private static final int BYTES_16_BIT = 2;

  private static final String VARIABLES =
      """
      variable "from" {
        description = "Who may ask: 203.0.113.7/32"
        type        = string
      }

      variable "hf_token" {
        description = "For weights behind a licence; it lies in Terraform's state"
        type        = string
        default     = ""
        sensitive   = true
      }

      """;

  private static final String AWS =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "~> 5.100"
          }
        }
      }

      provider "aws" {
        region = "REGION"
      }

      # Driver, Docker and NVIDIA's container toolkit.
      data "aws_ssm_parameter" "image" {
        name = "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id"
      }

      resource "aws_security_group" "server" {
        ingress {
          from_port   = PORT
          to_port     = PORT
          protocol    = "tcp"
          cidr_blocks = [var.from]
        }
        egress {
          from_port   = 0
          to_port     = 0
          protocol    = "-1"
          cidr_blocks = ["0.0.0.0/0"]
        }
      }

      resource "aws_instance" "server" {
        ami                    = data.aws_ssm_parameter.image.value
        instance_type          = "MACHINE"
        vpc_security_group_ids = [aws_security_group.server.id]
      SPOT
        root_block_device {
          volume_size = DISK
          volume_type = "gp3"
        }
        user_data = <<-EOT
          #!/bin/sh
          MODEL=REPOSITORY
          docker run -d --restart always --gpus all COMMAND
        EOT
        tags = {
          Name = "NAME"
        }
      }

      output "url" {
        value = "http://${aws_instance.server.public_ip}:PORT"
      }
      """;

  private static final String GOOGLE =
      """
      terraform {
        required_providers {
          google = {
            source = "hashicorp/google"
          }
        }
      }

      variable "project" {
        type = string
      }

      variable "zone" {
        description = "One of the region that has the machine"
        type        = string
        default     = "REGION-a"
      }

      provider "google" {
        project = var.project
        zone    = var.zone
      }

      resource "google_compute_firewall" "server" {
        name          = "NAME"
        network       = "default"
        source_ranges = [var.from]
        target_tags   = ["NAME"]
        allow {
          protocol = "tcp"
          ports    = ["PORT"]
        }
      }

      resource "google_compute_instance" "server" {
        name         = "NAME"
        machine_type = "MACHINE"
        tags         = ["NAME"]
        boot_disk {
          initialize_params {
            image = "cos-cloud/cos-stable"
            size  = DISK
          }
        }
        network_interface {
          network = "default"
          access_config {}
        }
        scheduling {
          on_host_maintenance = "TERMINATE"
      SPOT
        }
        metadata_startup_script = <<-EOT
          #!/bin/sh
          cos-extensions install gpu
          mount --bind /var/lib/nvidia /var/lib/nvidia
          mount -o remount,exec /var/lib/nvidia
          MODEL=REPOSITORY
          docker run -d --rm --privileged -v /var/lib/nvidia/lib64:/usr/local/nvidia/lib64 -v /var/lib/nvidia/bin:/usr/local/nvidia/bin COMMAND
        EOT
      }

      output "url" {
        value = "http://${google_compute_instance.server.network_interface[0].access_config[0].nat_ip}:PORT"
      }
      """;

  LaunchFile aws() {
    return file(AWS, "us-east-1", "  instance_market_options {\n    market_type = \"spot\"\n  }");
  }

  LaunchFile google() {
    return file(
        GOOGLE,
        "us-central1",
        "    provisioning_model  = \"SPOT\"\n    preemptible         = true\n"
            + "    automatic_restart   = false");
  }

  private LaunchFile file(String template, String usualRegion, String spot) {
    Offer offer = launch.assessment().offer();
    boolean isSpot = offer.sale().market() == Market.SPOT;
    String region = offer.sale().regionName().orElse(usualRegion);
    String text =
        (VARIABLES + template)
            .replace("SPOT\n", isSpot ? spot + "\n" : "")
            .replace("MACHINE", machine(offer, region))
            .replace("REGION", region)
            .replace("DISK", String.valueOf(disk()))
            .replace("NAME", launch.name())
            .replace("PORT", String.valueOf(server.port()))
            .replace("REPOSITORY", launch.repository())
            .replace("COMMAND", container());
    return new LaunchFile("main.tf", "terraform", header + text);
  }

  /** The catalogue's id without what it adds to the provider's name of the machine. */
  private static String machine(Offer offer, String region) {
    String id = offer.id();
    int more = id.indexOf("-" + region);
    if (more > 0) {
      return id.substring(0, more);
    }
    return id.replaceFirst("-(spot|1y|3y)$", "");
  }

  private long disk() {
    long weights = launch.workload().model().parameters() * BYTES_16_BIT;
    return weights / BYTES_PER_GB + GB_BESIDES;
  }

  private String container() {
    return server.container().replace(" -e HF_TOKEN ", " -e HF_TOKEN=${var.hf_token} ");
  }
}
