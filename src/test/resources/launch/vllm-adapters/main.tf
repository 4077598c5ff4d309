# meta-llama/Llama-3.1-8B-Instruct in fp8 on g5.xlarge (aws-ec2), vllm
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
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

# Driver, Docker and NVIDIA's container toolkit.
data "aws_ssm_parameter" "image" {
  name = "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id"
}

resource "aws_security_group" "server" {
  ingress {
    from_port   = 8000
    to_port     = 8000
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
  instance_type          = "g5.xlarge"
  vpc_security_group_ids = [aws_security_group.server.id]
  root_block_device {
    volume_size = 96
    volume_type = "gp3"
  }
  user_data = <<-EOT
    #!/bin/sh
    MODEL=meta-llama/Llama-3.1-8B-Instruct
    docker run -d --restart always --gpus all --ipc=host -p 8000:8000 -e HF_TOKEN=${var.hf_token} vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --quantization fp8 --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 256 --max-num-batched-tokens 2048 --enable-lora --max-lora-rank 16 --max-loras 1
  EOT
  tags = {
    Name = "llama-3-1-8b-instruct"
  }
}

output "url" {
  value = "http://${aws_instance.server.public_ip}:8000"
}
