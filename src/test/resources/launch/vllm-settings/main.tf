# Qwen/Qwen2.5-14B-Instruct in gptq-int8 on a2-highgpu-1g (gcp-compute-engine), vllm
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
  default     = "us-central1-a"
}

provider "google" {
  project = var.project
  zone    = var.zone
}

resource "google_compute_firewall" "server" {
  name          = "qwen2-5-14b-instruct"
  network       = "default"
  source_ranges = [var.from]
  target_tags   = ["qwen2-5-14b-instruct"]
  allow {
    protocol = "tcp"
    ports    = ["8000"]
  }
}

resource "google_compute_instance" "server" {
  name         = "qwen2-5-14b-instruct"
  machine_type = "a2-highgpu-1g"
  tags         = ["qwen2-5-14b-instruct"]
  boot_disk {
    initialize_params {
      image = "cos-cloud/cos-stable"
      size  = 109
    }
  }
  network_interface {
    network = "default"
    access_config {}
  }
  scheduling {
    on_host_maintenance = "TERMINATE"
  }
  metadata_startup_script = <<-EOT
    #!/bin/sh
    cos-extensions install gpu
    mount --bind /var/lib/nvidia /var/lib/nvidia
    mount -o remount,exec /var/lib/nvidia
    MODEL=Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8
    docker run -d --rm --privileged -v /var/lib/nvidia/lib64:/usr/local/nvidia/lib64 -v /var/lib/nvidia/bin:/usr/local/nvidia/bin --ipc=host -p 8000:8000 -e HF_TOKEN=${var.hf_token} vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.85 --max-num-seqs 64 --max-num-batched-tokens 4096
  EOT
}

output "url" {
  value = "http://${google_compute_instance.server.network_interface[0].access_config[0].nat_ip}:8000"
}
